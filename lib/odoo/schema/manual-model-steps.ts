import type { Piece } from './setup-step';
import { accessPiece } from './access';
import { recordsPiece } from './records';
import { screensPiece } from './screens';
import type { OwnTable } from './manual-model';

/**
 * The pieces of set-up that make a table and complete it, when some of it is missing or a later
 * version has more fields. Removing takes away its screens alone; its records and their columns only
 * with `deleteRecords`.
 */
export const tablePieces = (
	table: OwnTable,
	{ deleteRecords = false }: { deleteRecords?: boolean } = {},
): Piece[] => [
	recordsPiece(table, deleteRecords),
	accessPiece(table, deleteRecords),
	screensPiece(table),
];
