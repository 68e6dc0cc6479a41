import { createPublicKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

/** Who a certificate is made for, and until when it is valid. */
export interface CertificateRequest {
	/** 40 upper-case hex digits, the first of them 1 to 7. */
	serialNo: string;
	commonName: string;
	organization: string;
	key: KeyObject;
	validFrom: Date;
	validTo: Date;
}

/** Who signs; without one the certificate signs itself and is an authority. */
export interface Issuer {
	certificatePem: string;
	key: KeyObject;
}

const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const spki = (key: KeyObject): string =>
	createPublicKey(pkcs8(key)).export({ type: 'spki', format: 'pem' }).toString();

/** An X.509 certificate (SHA-256 with RSA) as PEM. `key` is the private key of its holder. */
export function issueCertificate(request: CertificateRequest, issuer?: Issuer): string {
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = forge.pki.publicKeyFromPem(spki(request.key));
	certificate.serialNumber = request.serialNo.toLowerCase();
	certificate.validity.notBefore = request.validFrom;
	certificate.validity.notAfter = request.validTo;
	const subject = [
		{ name: 'commonName', value: request.commonName },
		{ name: 'organizationName', value: request.organization },
		{ name: 'countryName', value: 'CN' },
	];
	certificate.setSubject(subject);
	certificate.setIssuer(
		issuer ? forge.pki.certificateFromPem(issuer.certificatePem).subject.attributes : subject,
	);
	certificate.setExtensions([
		{ name: 'basicConstraints', cA: issuer === undefined },
		issuer === undefined
			? { name: 'keyUsage', keyCertSign: true, cRLSign: true }
			: { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
	]);
	const signer = forge.pki.privateKeyFromPem(pkcs8(issuer?.key ?? request.key));
	certificate.sign(signer, forge.md.sha256.create());
	return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}

/** Certificate and private key as PKCS#12 in base64, the shape of `apiclient_cert.p12`. */
export function packPkcs12(certificatePem: string, key: KeyObject, passphrase: string): string {
	const store = forge.pkcs12.toPkcs12Asn1(
		forge.pki.privateKeyFromPem(pkcs8(key)),
		[forge.pki.certificateFromPem(certificatePem)],
		passphrase,
		{ algorithm: '3des' },
	);
	return forge.util.encode64(forge.asn1.toDer(store).getBytes());
}
