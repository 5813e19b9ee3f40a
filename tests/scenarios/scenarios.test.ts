import { describe, test } from 'vitest';
import { SCENARIOS } from './registry';
import { runScenario } from './run';

for (const [file, scenarios] of Object.entries(SCENARIOS)) {
	describe(file, () => {
		for (const scenario of scenarios) test(scenario.title, () => runScenario(scenario));
	});
}
