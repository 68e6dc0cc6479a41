import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import type { OwnPiece, Piece, RecordPiece } from './setup-step';
import { removeRecords, tryRecords } from './record-step';

/** What went wrong with pieces; those that are absent went well. */
export type Failures = Map<Piece, IntegrationError>;

/** Pieces in their order, neighbours that are records of one model in one group. */
export function inOneCall(pieces: Piece[]): Piece[][] {
	const groups: Piece[][] = [];
	for (const piece of pieces) {
		const group = groups.at(-1);
		const [neighbour] = group ?? [];
		const alike = neighbour && isRecord(neighbour) && isRecord(piece);
		if (group && alike && neighbour.model === piece.model) group.push(piece);
		else groups.push([piece]);
	}
	return groups;
}

/** Makes the pieces of a group; one that Odoo refuses keeps none of the others back. */
export async function makePieces(odoo: OdooClient, group: Piece[]): Promise<Failures> {
	return await noting(group, async () => {
		for (const piece of group.filter(isOwn)) await piece.make(odoo);
		const records = group.filter(isRecord);
		const refused = await tryRecords(odoo, records[0]?.model ?? '', records);
		return new Map(
			records.flatMap((piece) => {
				const error = refused.get(piece.externalId);
				return error ? [[piece, error]] : [];
			}),
		);
	});
}

/** Takes the pieces of a group away. */
export async function removePieces(odoo: OdooClient, group: Piece[]): Promise<Failures> {
	const failures = await noting(group, async () => {
		for (const piece of group.filter(isOwn)) await piece.remove?.(odoo);
		const records = group.filter(isRecord);
		await removeRecords(
			odoo,
			records.map(({ externalId }) => externalId),
		);
		return new Map();
	});
	if (failures.size === 0 || group.length === 1) return failures;
	// What somebody has built on one of them keeps only that one.
	const alone: Failures[] = [];
	for (const piece of group) alone.push(await removePieces(odoo, [piece]));
	return new Map(alone.flatMap((one) => [...one]));
}

const isRecord = (piece: Piece): piece is RecordPiece => 'externalId' in piece;
const isOwn = (piece: Piece): piece is OwnPiece => !isRecord(piece);

/** A refusal of the whole call is one of each piece; a lost connection is no matter of theirs. */
async function noting(group: Piece[], change: () => Promise<Failures>): Promise<Failures> {
	try {
		return await change();
	} catch (error) {
		if (!(error instanceof IntegrationError) || error.retryable) throw error;
		return new Map(group.map((piece) => [piece, error]));
	}
}
