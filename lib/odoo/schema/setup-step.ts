import type { OdooClient } from '../client';

/** One thing that set-up makes in Odoo: a record, or what takes more. */
export type Piece = RecordPiece | OwnPiece;

interface PieceFacts {
	/** For people, e.g. `Currency CNY`. */
	name: string;
	/** What it is good for, as a sentence. */
	purpose: string;
	/** The model that making it writes to, and how. */
	model: string;
	operation: 'create' | 'write';
	/** The right that making it takes, in the words of Odoo's user form. */
	right: string;
	/** Whether it is there, whoever made it. */
	find(odoo: OdooClient): Promise<boolean>;
	/** Why it stays, as a sentence, where there is a better reason than that records may use it. */
	kept?: string;
}

/** A record of `model`, removed with the rest. Neighbours of one model are made, and deleted, in one call. */
export interface RecordPiece extends PieceFacts {
	externalId: string;
	/** As `load` takes them: text, references by external id as `…/id`. */
	values: Record<string, string>;
}

export interface OwnPiece extends PieceFacts {
	/** Makes it; only called when it is not there. */
	make(odoo: OdooClient): Promise<void>;
	/** Takes away what `make` made; absent where others may have come to need it. */
	remove?(odoo: OdooClient): Promise<void>;
}

/** Whether nothing else can have come to need it. */
export const isRemovable = (piece: Piece): boolean =>
	'externalId' in piece || piece.remove !== undefined;

export const SALES_ADMINISTRATOR = 'Sales: Administrator';
