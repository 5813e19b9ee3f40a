/** Files that are no mail: what they are, told by their text. */
import type { FileIssue } from '../domain/fileIssue';
import { maxJsonLength } from '../domain/limits';
import type { ImportEntry, RejectionCode } from '../domain/report';
import { decodeFile, type DecodedFile } from '../snapshot/decodeFile';
import { readCsvRecords } from '../snapshot/dataverse/readCsvRecords';
import { readOrgSettings } from '../snapshot/dataverse/readOrgSettings';
import { sniffKind } from '../mail/sniff';
import { fileHeader, type FileHeader } from '../snapshot/fileHeader';
import type { SnapshotHead } from '../snapshot/decodeSnapshot';
import { readSnapshot, type SnapshotSink } from '../snapshot/readSnapshot';
import { snapshotFormat } from '../snapshot/snapshotSchema';
import { bytesOf, FileTextError, fileText } from './fileText';
import { jsonText, wholeText, type JsonFile } from './jsonText';
import type { FileSetAside } from './mailImport';

/** A snapshot that has not been read, but for what it says it is. */
export interface SnapshotText {
	readonly kind: 'snapshot';
	readonly json: JsonFile;
	readonly header: FileHeader;
}
export interface RefusedText {
	readonly kind: 'rejected';
	readonly code: RejectionCode;
	readonly detail: ImportEntry['detail'];
}
export type TextFile = Exclude<DecodedFile, { readonly kind: 'rejected' }> | SnapshotText | RefusedText;

export function readTextFile({ kind, path, file }: FileSetAside): Promise<TextFile> {
	return orRefused(async () => {
		switch (kind) {
			case 'json':
			case 'gzip':
				return readJsonFile({ file, isPacked: kind === 'gzip' });
			case 'org-settings':
				return { kind: 'imported', imported: readOrgSettings(await fileText(file, null)) };
			case 'csv':
				return { kind: 'imported', imported: readCsvRecords(await fileText(file, 'windows-1252'), path) };
		}
	});
}

/** A file that the user has named as JSON, packed or not. */
export function readChosenFile(file: File): Promise<TextFile> {
	return orRefused(async () => {
		const first = await bytesOf(file.slice(0, bytesOfMagic));
		return readJsonFile({ file, isPacked: sniffKind(new Uint8Array(first)) === 'gzip' });
	});
}

/** As many as tell gzip. */
const bytesOfMagic = 2;

async function readJsonFile(json: JsonFile): Promise<TextFile> {
	const header = await fileHeader(jsonText(json));
	if (header.format === snapshotFormat) return { kind: 'snapshot', json, header };
	const text = await wholeText(jsonText(json), maxJsonLength);
	if (text === null) return { kind: 'rejected', code: 'json-too-large', detail: {} };
	const decoded = decodeFile(text);
	return decoded.kind === 'rejected' ? refusedFor(decoded) : decoded;
}

export type SnapshotTextRead =
	{ readonly kind: 'read'; readonly head: SnapshotHead } | { readonly kind: 'cancelled' } | RefusedText;

/**
 * Reads all of a snapshot.
 * @param read is told how many bytes of the file have been read
 */
export function readSnapshotText(
	{ json, header }: SnapshotText,
	sink: SnapshotSink,
	read?: (bytes: number) => void
): Promise<SnapshotTextRead> {
	return orRefused<SnapshotTextRead>(async () => {
		const result = await readSnapshot(header, jsonText(json, read), sink);
		if (result.ok) return { kind: 'read', head: result.head };
		return result.code === 'cancelled' ? { kind: 'cancelled' } : refusedFor(result);
	});
}

/** The first issue is told; the others may follow from it. */
function refusedFor({
	code,
	issues
}: {
	readonly code: RejectionCode;
	readonly issues: readonly FileIssue[];
}): RefusedText {
	return { kind: 'rejected', code, detail: { ...issues[0] } };
}

/** What is wrong with the file is told of; anything else is a defect. */
async function orRefused<Result>(work: () => Promise<Result>): Promise<Result | RefusedText> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof FileTextError) return { kind: 'rejected', code: error.code, detail: error.detail };
		throw error;
	}
}
