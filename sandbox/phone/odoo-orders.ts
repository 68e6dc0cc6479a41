import type { OdooOrderRow, Phone } from './phone';

/** The orders as they were read last, and why they could not be read since. */
export interface OdooView {
	orders: OdooOrderRow[];
	error: string | null;
}

const PAUSE_MS = 1500;

/** Reads Odoo at most every 1.5 seconds and returns the last result until then. */
export class OdooReader {
	private view: OdooView = { orders: [], error: null };
	private nextMs = 0;
	private reading = false;

	constructor(private readonly now: () => number) {}

	/** Null where Odoo is not read. Starts the next read when it is due. */
	look({ readOdooOrders }: Pick<Phone, 'readOdooOrders'>, ids: string[]): OdooView | null {
		if (!readOdooOrders) return null;
		if (!this.reading && this.now() >= this.nextMs) {
			this.reading = true;
			void readOdooOrders(ids)
				.then((orders) => (this.view = { orders, error: null }))
				.catch((error: unknown) => {
					const reason = error instanceof Error ? error.message : String(error);
					this.view = { ...this.view, error: reason };
				})
				.finally(() => {
					this.reading = false;
					this.nextMs = this.now() + PAUSE_MS;
				});
		}
		return this.view;
	}
}
