import { createReadStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import aws4 from 'aws4';
import type { Id } from '../../../shared/ids.js';
import type { S3Settings } from '../file.settings.js';
import { Storage, type ByteRange, type ReceivedFile } from './storage.port.js';

/** Shorter than the time limit of an idle transaction, because files are stored within one. */
const TIMEOUT_MS = 20_000;
/** SHA-256 of an empty body. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface S3Request {
  readonly method: 'PUT' | 'GET' | 'HEAD' | 'DELETE';
  readonly file?: ReceivedFile;
  readonly range?: ByteRange | undefined;
}

/**
 * Files as objects in a bucket. Only four kinds of requests are needed, and their length and hash are known before anything is sent: the service
 * verifies them and nothing is held in memory. So no SDK is needed, only the signature.
 */
export class S3Storage extends Storage {
  private readonly endpoint: URL;

  constructor(private readonly settings: S3Settings) {
    super();
    this.endpoint = new URL(settings.endpoint);
  }

  async keep(id: Id, file: ReceivedFile): Promise<void> {
    const response = await this.send(id, { method: 'PUT', file });
    response.resume();
    if (response.statusCode !== 200) throw this.failure('PUT', response);
  }

  async read(id: Id, range?: ByteRange): Promise<Readable | undefined> {
    const response = await this.send(id, { method: 'GET', range });
    if (response.statusCode === (range ? 206 : 200)) return response;
    response.resume();
    if (response.statusCode === 404) return undefined;
    throw this.failure('GET', response);
  }

  async sizeOf(id: Id): Promise<number | undefined> {
    const response = await this.send(id, { method: 'HEAD' });
    response.resume();
    if (response.statusCode === 404) return undefined;
    if (response.statusCode !== 200) throw this.failure('HEAD', response);
    return Number(response.headers['content-length']);
  }

  async erase(id: Id): Promise<void> {
    const response = await this.send(id, { method: 'DELETE' });
    response.resume();
    if (![200, 204, 404].includes(response.statusCode ?? 0)) throw this.failure('DELETE', response);
  }

  private send(id: Id, { method, file, range }: S3Request): Promise<IncomingMessage> {
    const { bucket, region, accessKeyId, secretAccessKey } = this.settings;
    const { protocol, host, hostname, port } = this.endpoint;
    const headers = {
      'x-amz-content-sha256': file?.sha256 ?? EMPTY_SHA256,
      ...(file && { 'content-length': file.size, 'content-type': 'application/octet-stream' }),
      ...(range && { range: `bytes=${range.start}-${range.end}` }),
    };
    const signed = aws4.sign({ service: 's3', region, method, host, path: `/${bucket}/${id}`, headers }, { accessKeyId, secretAccessKey });
    const options = { method, path: signed.path, headers: signed.headers, hostname, port, timeout: TIMEOUT_MS };
    return new Promise((done, fail) => {
      const request = (protocol === 'https:' ? secureRequest : plainRequest)(options, done);
      request.on('error', fail).on('timeout', () => request.destroy(new Error('The object storage does not answer.')));
      if (file) pipeline(createReadStream(file.path), request).catch(fail);
      else request.end();
    });
  }

  private failure(method: string, { statusCode }: IncomingMessage): Error {
    return new Error(`The object storage answered ${method} with ${statusCode}.`);
  }
}
