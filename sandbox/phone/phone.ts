import type { HoldAddress } from '../merchant/ask-to-hold';
import type { WeChat } from '../platform/wechat';
import { Switches } from './switches';

/** A sale order of Odoo as the operator's console shows it. */
export interface OdooOrderRow {
	transaction_id: string;
	/** E.g. S00042. */
	name: string;
	/** `draft`, `sale`, `cancel`. */
	state: string;
	/** Decimal text with its currency. */
	amount: string;
	/** Units. */
	ordered: number;
	reserved: number;
	/** Activities that wait for a person. */
	activities: number;
	/** Its page in Odoo. */
	url: string;
}

/** What the page of the sandbox needs beside WeChat's own state. Its plain fields may be changed at any time. */
export interface Phone {
	/** Where notifications go when nothing else is said. */
	notifyUrl: string | undefined;
	/** Where the mall asks for stock before a payment; absent: buyers pay without a hold. */
	holdAt?: HoldAddress | undefined;
	/** How many senders deliver the notification of a purchase: 1. */
	copies: number;
	/** Description of what was bought on the page, by `transaction_id`. */
	bought: Map<string, string>;
	switches: Switches;
	/** The Odoo orders of these payments; absent where Odoo is not read. */
	readOdooOrders?: (transactionIds: string[]) => Promise<OdooOrderRow[]>;
}

export function createPhone(
	{ faults, shares }: Pick<WeChat, 'faults' | 'shares'>,
	notifyUrl: string | undefined,
): Phone {
	const setCopies = (copies: number): void => {
		phone.copies = copies;
	};
	const phone: Phone = {
		notifyUrl,
		copies: 1,
		bought: new Map(),
		switches: new Switches({ faults, shares, setCopies }),
	};
	return phone;
}
