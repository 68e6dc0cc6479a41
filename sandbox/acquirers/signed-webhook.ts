/** A request as an acquirer sends it. */
export interface SignedWebhook {
	/** Its UTF-8 bytes are signed. */
	body: string;
	headers: Record<string, string>;
}
