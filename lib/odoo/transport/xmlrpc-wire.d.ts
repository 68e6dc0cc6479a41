declare module 'xmlrpc/lib/serializer' {
	export function serializeMethodCall(method: string, params: unknown[]): string;
}

declare module 'xmlrpc/lib/deserializer' {
	import type { Readable } from 'node:stream';

	/** The error of a fault carries `faultCode` and `faultString`. */
	export default class Deserializer {
		deserializeMethodResponse(
			stream: Readable,
			callback: (
				error: (Error & { faultCode?: number; faultString?: string }) | null,
				value?: unknown,
			) => void,
		): void;
	}
}
