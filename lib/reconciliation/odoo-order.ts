import type { Money } from '../core/money';

/** A sale order of Odoo's that names a payment of WeChat. */
export interface OdooOrder {
	id: number;
	/** E.g. `S00042`. */
	name: string;
	transaction_id: string;
	/** Empty where it is not known. */
	out_trade_no: string;
	/** Empty where set-up has not been run. */
	mchid: string;
	/** Odoo's own: `draft`, `sent`, `sale`, `done`, `cancel`. */
	state: string;
	total: Money;
	/** The day in Beijing on which it was written down, `yyyy-MM-dd`. */
	recorded: string;
}

/** What Odoo has credited for a refund. */
export interface OdooRefund {
	refund_id: string;
	/** `draft`, `posted` or `cancel`. */
	state: string;
	total: Money;
}
