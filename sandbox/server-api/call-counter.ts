import { beijingTime } from '../core/beijing-time';

interface Window {
	name: string;
	count: number;
}

/** Counts what happens within a minute, or a day in Beijing. */
export class CallCounter {
	private readonly windows = new Map<string, Window>();

	/** Whether one more fits; if so, it is counted. */
	fits(what: string, per: 'minute' | 'day', limit: number, atMs: number): boolean {
		const name = beijingTime(atMs).slice(0, per === 'minute' ? 16 : 10);
		const key = `${per} ${what}`;
		const known = this.windows.get(key);
		const window = known?.name === name ? known : { name, count: 0 };
		this.windows.set(key, window);
		if (window.count >= limit) return false;
		window.count += 1;
		return true;
	}
}
