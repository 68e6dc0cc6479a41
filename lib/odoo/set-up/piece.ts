import type { OdooClient } from '../client';

/** One thing that set-up makes in Odoo. */
export interface Piece {
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
	/** Makes it; only called when it is not there. */
	make(odoo: OdooClient): Promise<void>;
	/** Takes away what `make` made; absent where others may have come to need it. */
	remove?(odoo: OdooClient): Promise<void>;
	/** Why it stays, as a sentence, where there is a better reason than that records may use it. */
	kept?: string;
}

export const ADMINISTRATOR = 'Administration: Settings';
export const SALES_ADMINISTRATOR = 'Sales: Administrator';
