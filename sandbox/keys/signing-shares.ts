/** How often WeChat signs how, from 0 (never) to 1 (always). May be changed at any time. */
export interface SigningShares {
	/** Notifications signed with the public key although the merchant's key mode is `certificate`: 0. */
	publicKey: number;
	/** Of what certificates sign, after a rotation: by the newest, the rest by the one before. 1. */
	newestCertificate: number;
	/** Deliveries before which the same comes with a probe for a signature: 0. */
	probes: number;
	/** API answers with a probe for a signature: 0. */
	answerProbes: number;
}

export const signingShares = (given: Partial<SigningShares> = {}): SigningShares => ({
	publicKey: 0,
	newestCertificate: 1,
	probes: 0,
	answerProbes: 0,
	...given,
});
