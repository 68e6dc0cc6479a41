import type { OdooClient } from '../../odoo/client';

/** `fine`: nothing to set. `attention`: orders or stock will not be as expected. */
export type SettingResult = [status: 'fine' | 'attention', message: string];

/** A setting of the company's Odoo that changes what happens to WeChat orders. Checking it changes nothing. */
export interface SettingCheck {
	/** For people, e.g. `Reservation method`. */
	name: string;
	/** What depends on it, as a sentence. */
	purpose: string;
	/** Undefined where this Odoo does not have the setting. */
	check(odoo: OdooClient): Promise<SettingResult | undefined>;
}

/** The first few names, and how many more there are. */
export function listed(names: string[]): string {
	const more = names.length - 5;
	return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
