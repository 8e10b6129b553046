// Passkeys as browsers have them (WebAuthn), with the bytes in base64url as the server writes them. The browsers' own reading
// and writing of JSON came years after passkeys did.

export interface CreationOptions {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: PublicKeyCredentialParameters[];
  timeout: number;
  excludeCredentials: { type: 'public-key'; id: string }[];
  authenticatorSelection: AuthenticatorSelectionCriteria;
  attestation: AttestationConveyancePreference;
}

export interface RequestOptions {
  challenge: string;
  rpId: string;
  timeout: number;
  userVerification: UserVerificationRequirement;
}

/** What a browser answers, for the server. */
export interface PasskeyAnswer {
  id: string;
  rawId: string;
  type: string;
  response: Record<string, string>;
}

const bytesOf = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const textOf = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function answerOf(credential: Credential | null, parts: (response: AuthenticatorResponse) => Record<string, ArrayBuffer | null>): PasskeyAnswer {
  const { id, rawId, type, response } = credential as PublicKeyCredential;
  const all = Object.entries({ clientDataJSON: response.clientDataJSON, ...parts(response) });
  return { id, rawId: textOf(rawId), type, response: Object.fromEntries(all.map(([name, bytes]) => [name, bytes ? textOf(bytes) : ''])) };
}

/** Has an authenticator make a passkey. Throws DOMException: NotAllowedError when the person does not want to, InvalidStateError when it has one. */
export async function createPasskey({ challenge, user, excludeCredentials, ...options }: CreationOptions): Promise<PasskeyAnswer> {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(challenge),
      user: { ...user, id: bytesOf(user.id) },
      excludeCredentials: excludeCredentials.map(({ type, id }) => ({ type, id: bytesOf(id) })),
    },
  });
  return answerOf(credential, (response) => ({ attestationObject: (response as AuthenticatorAttestationResponse).attestationObject }));
}

/** Asks for a passkey: at once, or, when `conditional`, beside the passwords that a field offers. Throws as createPasskey() does. */
export async function askForPasskey({ challenge, ...options }: RequestOptions, conditional: boolean, signal: AbortSignal): Promise<PasskeyAnswer> {
  const credential = await navigator.credentials.get({ publicKey: { ...options, challenge: bytesOf(challenge) }, mediation: conditional ? 'conditional' : undefined, signal });
  return answerOf(credential, (response) => {
    const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
    return { authenticatorData, signature, userHandle };
  });
}

/** Whether somebody has not gone through with it, or something else was asked meanwhile: nothing to tell of. */
export const wasLeft = (error: unknown) => error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
