import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** A private certificate authority and a server certificate it signed, all as PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
  readonly certificateAuthorityPem: string;
}

const generate = promisify(generateKeyPair);
const dayMs = 86_400_000;
const lifetimeDays = 397;

async function newKeys(): Promise<{
  readonly privatePem: string;
  readonly keys: forge.pki.rsa.KeyPair;
}> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    privatePem: privateKey,
    keys: {
      publicKey: forge.pki.publicKeyFromPem(publicKey),
      privateKey: forge.pki.privateKeyFromPem(privateKey),
    },
  };
}

function blank(publicKey: forge.pki.rsa.PublicKey, nowMs: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(nowMs - dayMs);
  certificate.validity.notAfter = new Date(nowMs + lifetimeDays * dayMs);
  return certificate;
}

function isAddress(name: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(name) || name.includes(':');
}

/** Makes a new authority and a certificate for these DNS names and IP addresses (RFC 5280). */
export async function createServerIdentity(
  names: readonly string[],
  nowMs: number,
): Promise<ServerIdentity> {
  const [authority, server] = await Promise.all([newKeys(), newKeys()]);
  const authorityName = [
    { name: 'commonName', value: `Parley sandbox authority ${randomUUID().slice(0, 8)}` },
  ];

  const root = blank(authority.keys.publicKey, nowMs);
  root.setSubject(authorityName);
  root.setIssuer(authorityName);
  root.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  root.sign(authority.keys.privateKey, forge.md.sha256.create());

  const leaf = blank(server.keys.publicKey, nowMs);
  leaf.setSubject([{ name: 'commonName', value: names[0] ?? 'localhost' }]);
  leaf.setIssuer(authorityName);
  leaf.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [...new Set(names)].map((name) =>
        isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name },
      ),
    },
  ]);
  leaf.sign(authority.keys.privateKey, forge.md.sha256.create());

  return {
    key: server.privatePem,
    cert: forge.pki.certificateToPem(leaf),
    certificateAuthorityPem: forge.pki.certificateToPem(root),
  };
}
