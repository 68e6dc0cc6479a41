/** A message that a buyer got. */
export interface BuyerMessage {
	/** ISO 8601. */
	at: string;
	/** 19 digits. */
	msgid: string;
	touser: string;
	template_id: string;
	page: string;
	data: Record<string, { value: string }>;
	miniprogram_state: string;
	lang: string;
}

/** Subscribe messages: what may be sent, and what was. */
export class MessageBook {
	/** Keys of each template. */
	readonly templates = new Map<string, string[]>();
	/** The oldest first. */
	readonly sent: BuyerMessage[] = [];
	private readonly grants = new Map<string, number>();

	/** A buyer allows that many messages of a template. */
	grant(openid: string, templateId: string, times: number): void {
		const key = `${openid} ${templateId}`;
		this.grants.set(key, (this.grants.get(key) ?? 0) + times);
	}

	/** Uses up one grant; false when there is none. */
	take(openid: string, templateId: string): boolean {
		const key = `${openid} ${templateId}`;
		const left = this.grants.get(key) ?? 0;
		if (left > 0) this.grants.set(key, left - 1);
		return left > 0;
	}
}
