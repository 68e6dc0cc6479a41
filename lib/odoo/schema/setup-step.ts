import type { OdooClient } from '../client';

/** One thing that set-up makes in Odoo: a record, or something that takes several calls. */
export type SetupStep = RecordStep | CustomStep;

interface StepFacts {
	/** For people, e.g. `Currency CNY`. */
	name: string;
	/** What it does, as a sentence. */
	purpose: string;
	/** The model and the access right that making it needs. */
	model: string;
	operation: 'create' | 'write';
	/** The right that making it needs, as Odoo's user form names it. */
	right: string;
	/** Whether it exists, also when something else made it. */
	find(odoo: OdooClient): Promise<boolean>;
	/** Why removing set-up keeps it, as a sentence. Absent: because records may use it. */
	kept?: string;
}

/** A record of `model`. Neighboring records of one model are made, and deleted, in one call. */
export interface RecordStep extends StepFacts {
	externalId: string;
	/** Values for `load`: text, references by external id as `…/id`. */
	values: Record<string, string>;
}

export interface CustomStep extends StepFacts {
	/** Makes it. Only called when it does not exist. */
	make(odoo: OdooClient): Promise<void>;
	/** Removes what `make` made. Absent where other records may use it. */
	remove?(odoo: OdooClient): Promise<void>;
}

/** Whether set-up removes it. */
export const isRemovable = (step: SetupStep): boolean =>
	'externalId' in step || step.remove !== undefined;

export const SALES_ADMINISTRATOR = 'Sales: Administrator';
