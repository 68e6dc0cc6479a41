import type { OdooClient } from '../client';

/** One thing that set-up makes in Odoo: a record, or what takes more. */
export type SetupStep = RecordStep | CustomStep;

interface StepFacts {
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
export interface RecordStep extends StepFacts {
	externalId: string;
	/** As `load` takes them: text, references by external id as `…/id`. */
	values: Record<string, string>;
}

export interface CustomStep extends StepFacts {
	/** Makes it; only called when it is not there. */
	make(odoo: OdooClient): Promise<void>;
	/** Takes away what `make` made; absent where others may have come to need it. */
	remove?(odoo: OdooClient): Promise<void>;
}

/** Whether nothing else can have come to need it. */
export const isRemovable = (step: SetupStep): boolean =>
	'externalId' in step || step.remove !== undefined;

export const SALES_ADMINISTRATOR = 'Sales: Administrator';
