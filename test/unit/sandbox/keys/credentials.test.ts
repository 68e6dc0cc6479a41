import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';

import { issueCredentials, seededRandom, type Credentials } from '../../../../sandbox';

const now = Date.UTC(2026, 10, 22);
let issued: Credentials;

beforeAll(async () => {
	issued = await issueCredentials('1900000001', now, seededRandom('credentials'));
});

test('the platform certificate is what WeChat would send', () => {
	const certificate = new X509Certificate(issued.platformCertificate.pem);
	const authority = new X509Certificate(issued.authorityPem);
	expect(certificate.serialNumber).toBe(issued.platformCertificate.id);
	expect(issued.platformCertificate.id).toMatch(/^[0-9A-F]{40}$/);
	expect(certificate.subject).toContain('CN=Tenpay.com sign');
	expect(certificate.checkIssued(authority)).toBe(true);
	expect(certificate.verify(authority.publicKey)).toBe(true);
	expect(Date.parse(certificate.validFrom)).toBeLessThan(now);
	expect(Date.parse(certificate.validTo)).toBeGreaterThan(now + 4 * 365 * 86_400_000);
	expect(certificate.checkPrivateKey(issued.platformCertificate.privateKey)).toBe(true);
});

test('the merchant key is PKCS#8 and belongs to the merchant certificate', () => {
	const certificate = new X509Certificate(issued.merchantCertificatePem);
	expect(issued.merchantPrivateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
	expect(certificate.checkPrivateKey(createPrivateKey(issued.merchantPrivateKeyPem))).toBe(true);
	expect(certificate.serialNumber).toBe(issued.merchantSerialNo);
});

test('WeChat signs with another key in each mode, and with none of the merchant', () => {
	const keys = [
		new X509Certificate(issued.platformCertificate.pem).publicKey,
		createPublicKey(issued.publicKey.pem),
		createPublicKey(issued.merchantPrivateKeyPem),
	].map((key) => key.export({ type: 'spki', format: 'pem' }));
	expect(new Set(keys).size).toBe(3);
	expect(issued.publicKey.id).toMatch(/^PUB_KEY_ID_\d{34}$/);
	expect(
		createPublicKey(issued.publicKey.privateKey.export({ type: 'pkcs8', format: 'pem' })),
	).toEqual(createPublicKey(issued.publicKey.pem));
});
