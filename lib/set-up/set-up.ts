import { mayAccess } from '../odoo/access';
import type { OdooClient } from '../odoo/client';
import { ODOO_SKU_TABLE } from '../sku-map/odoo/sku-model';
import { currencyPiece } from './currency';
import { makePieces, removePieces } from '../odoo/schema/in-one-call';
import { orderFieldPieces } from './order-field';
import { orderFilterPiece } from './order-filter';
import { isRemovable, type Piece } from '../odoo/schema/setup-step';
import { pricelistPiece } from './pricelist';
import { LEDGER } from '../settlement/odoo/ledger-model';
import { moneyFieldPieces } from './money-fields';
import { moneyFilterPieces } from './money-filters';
import { reportChanges, reportEach, type PieceReport } from '../odoo/schema/report';
import { tablePieces } from '../odoo/schema/manual-model-steps';
import { utmSourcePiece } from './utm-source';

export interface SetUpOptions {
	/** ISO 4217: of payments first; further ones are of settlements and of the bank. */
	currencies: string[];
	/** Removing takes our tables away with all that stands in them. */
	deleteRecords?: boolean;
}

/** Everything that set-up makes, in the order in which one needs the other. */
export const setUpPieces = ({ currencies, deleteRecords = false }: SetUpOptions): Piece[] => [
	...currencies.map(currencyPiece),
	...currencies.slice(0, 1).map(pricelistPiece),
	utmSourcePiece,
	...orderFieldPieces,
	...moneyFieldPieces,
	...tablePieces(LEDGER, { deleteRecords }),
	...tablePieces(ODOO_SKU_TABLE, { deleteRecords }),
	orderFilterPiece,
	...moneyFilterPieces,
];

/** Looks, and changes nothing. */
export async function checkSetUp(odoo: OdooClient, pieces: Piece[]): Promise<PieceReport[]> {
	return await reportEach(pieces, async (piece) => {
		if (await piece.find(odoo)) return ['exists', 'It is there.'];
		return (await mayMake(odoo, piece))
			? ['to_make', 'It is not there. Run Set-Up makes it.']
			: ['no_right', withoutRight(piece)];
	});
}

/** Makes what is not there, in as few calls as can be; a piece that cannot be made keeps none of the others back. */
export async function runSetUp(odoo: OdooClient, pieces: Piece[]): Promise<PieceReport[]> {
	return await reportChanges(odoo, pieces, makePieces, {
		async before(piece) {
			if (await piece.find(odoo)) return ['exists', 'It was there.'];
			return (await mayMake(odoo, piece)) ? undefined : ['no_right', withoutRight(piece)];
		},
		async after(piece) {
			return (await piece.find(odoo))
				? ['made', 'It was made.']
				: [
						'failed',
						'Odoo reported no error, but it is not there. Look into the log of the server.',
					];
		},
	});
}

/** Takes away what nothing else can have come to need, in reverse order. */
export async function removeSetUp(odoo: OdooClient, pieces: Piece[]): Promise<PieceReport[]> {
	return await reportChanges(odoo, [...pieces].reverse(), removePieces, {
		async before(piece) {
			const there = await piece.find(odoo);
			if (!isRemovable(piece)) {
				if (!there) return ['removed', 'It is not there.'];
				return ['kept', piece.kept ?? 'It is kept: orders and other records may use it.'];
			}
			// What is there in part is not found as a whole, and has to go all the same.
			if (await mayMake(odoo, piece)) return undefined;
			return there ? ['no_right', withoutRight(piece)] : ['removed', 'It is not there.'];
		},
		async after(piece) {
			return (await piece.find(odoo))
				? ['kept', 'It is kept: it was not made by this set-up.']
				: ['removed', 'It was removed.'];
		},
	});
}

/** What `removeSetUp` would do; changes nothing. */
export async function checkRemoval(odoo: OdooClient, pieces: Piece[]): Promise<PieceReport[]> {
	return await reportEach([...pieces].reverse(), async (piece) => {
		if (!(await piece.find(odoo))) return ['removed', 'It is not there.'];
		if (!isRemovable(piece))
			return ['kept', 'It would be kept: orders and other records may use it.'];
		return (await mayMake(odoo, piece))
			? ['to_remove', 'It would be removed, if this set-up has made it.']
			: ['no_right', withoutRight(piece)];
	});
}

const mayMake = async (odoo: OdooClient, { model, operation }: Piece): Promise<boolean> =>
	await mayAccess(odoo, model, operation);

const withoutRight = ({ right }: Piece) =>
	`The Odoo user lacks the right "${right}". Run Set-Up once with the credential of an administrator, or let one give the right.`;
