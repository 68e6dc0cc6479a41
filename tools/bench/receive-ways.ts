import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import forge from 'node-forge';
import { createDecipheriv, createPublicKey, verify } from 'node:crypto';

/** A notification as it arrives. */
export interface Message {
	headers: Record<string, string>;
	body: Buffer;
}

interface Envelope {
	resource: { ciphertext: string; nonce: string; associated_data: string };
}

const signedText = ({ headers, body }: Message): Buffer =>
	Buffer.concat([
		Buffer.from(`${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n`),
		body,
		Buffer.from('\n'),
	]);

/** Verifies and decrypts a notification; false when the signature is wrong. */
export type Way = (message: Message) => boolean;

/** `node:crypto`, the two primitives alone. */
export function bareWay(pem: string, apiV3Key: string): Way {
	const key = createPublicKey(pem);
	return (message) => {
		const signature = Buffer.from(message.headers['wechatpay-signature'] ?? '', 'base64');
		if (!verify('sha256', signedText(message), key, signature)) return false;
		const { resource } = JSON.parse(message.body.toString()) as Envelope;
		const bytes = Buffer.from(resource.ciphertext, 'base64');
		const decipher = createDecipheriv('aes-256-gcm', apiV3Key, resource.nonce);
		decipher.setAAD(Buffer.from(resource.associated_data));
		decipher.setAuthTag(bytes.subarray(-16));
		return (
			decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8') !== ''
		);
	};
}

/** The primitives of `wechatpay-axios-plugin`. */
export function pluginWay(pem: string, apiV3Key: string): Way {
	const key = Rsa.from(pem, Rsa.KEY_TYPE_PUBLIC);
	return ({ headers, body }) => {
		const text = body.toString();
		const timestamp = headers['wechatpay-timestamp'] ?? '';
		const signed = Formatter.response(timestamp, headers['wechatpay-nonce'] ?? '', text);
		if (!Rsa.verify(signed, headers['wechatpay-signature'] ?? '', key)) return false;
		const { resource } = JSON.parse(text) as Envelope;
		const { nonce, ciphertext, associated_data: aad } = resource;
		return Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, aad) !== '';
	};
}

/** The two primitives of `node-forge`. */
export function forgeWay(pem: string, apiV3Key: string): Way {
	const key = forge.pki.certificateFromPem(pem).publicKey as forge.pki.rsa.PublicKey;
	return (message) => {
		const digest = forge.md.sha256.create().update(signedText(message).toString('binary'));
		const signature = forge.util.decode64(message.headers['wechatpay-signature'] ?? '');
		if (!key.verify(digest.digest().getBytes(), signature)) return false;
		const { resource } = JSON.parse(message.body.toString()) as Envelope;
		const bytes = forge.util.decode64(resource.ciphertext);
		const decipher = forge.cipher.createDecipher('AES-GCM', apiV3Key);
		const tag = forge.util.createBuffer(bytes.slice(-16));
		decipher.start({ iv: resource.nonce, additionalData: resource.associated_data, tag });
		decipher.update(forge.util.createBuffer(bytes.slice(0, -16)));
		return decipher.finish();
	};
}
