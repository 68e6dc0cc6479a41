export interface HttpRequestIn {
	method: string;
	target: string;
	/** Names in lower case. */
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

export interface HttpAnswerOut {
	status: number;
	headers: Record<string, string>;
	body: string | Buffer;
	/** What follows the body, piece by piece, until the caller is gone. */
	stream?: (closed: AbortSignal) => AsyncIterable<string>;
	/** Pause before it is sent. */
	delayMs?: number;
	/** What the body says, for the log of calls: of the server API alone. */
	errcode?: number;
	/** Nothing is sent, and the connection closed. */
	dropped?: boolean;
}
