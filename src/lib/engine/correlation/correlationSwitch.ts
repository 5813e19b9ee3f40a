import type { Environment } from '../../domain/environment';

/** The two switches that InReplyTo and ConversationIndex share. */
export function correlationSwitchedOffBy(environment: Environment): string | null {
	if (!environment.organization.emailcorrelationenabled) return 'emailcorrelationenabled';
	if (environment.orgDbOrgSettings.IgnoreConversationIndexAndInReplyToForCorrelation) {
		return 'IgnoreConversationIndexAndInReplyToForCorrelation';
	}
	return null;
}

/** Tokens and smart matching follow their own switches unless the model option says that correlation off stops all (A3). */
export function allCorrelationSwitchedOffBy(environment: Environment): string | null {
	return !environment.organization.emailcorrelationenabled && environment.modelOptions.correlationOffStops === 'all'
		? 'emailcorrelationenabled'
		: null;
}
