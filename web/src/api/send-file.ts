export interface Sending {
  stop(): void;
  readonly answer: Promise<
    { readonly done: true; readonly id: string } | { readonly done: false; readonly stopped: boolean; readonly message?: string }
  >;
}

const CREATED = 201;

/** A proxy that refuses a file answers with a page of its own. */
function bodyOf(text: string): { readonly id?: string; readonly errors?: readonly { readonly message: string }[] } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

/** Sends a file by its ticket. `fetch` says nothing of what it has sent, so it is the older way. */
export function sendFile(url: string, file: File, onProgress: (percent: number) => void, language: string): Sending {
  const request = new XMLHttpRequest();
  const answer: Sending['answer'] = new Promise(done => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(1, total)) * 100)));
    request.addEventListener('abort', () => done({ done: false, stopped: true }));
    request.addEventListener('error', () => done({ done: false, stopped: false }));
    request.addEventListener('load', () => {
      const body = bodyOf(request.responseText);
      if (request.status === CREATED && body.id) done({ done: true, id: body.id });
      else done({ done: false, stopped: false, ...(body.errors && { message: body.errors.map(({ message }) => message).join(' ') }) });
    });
    request.open('PUT', url);
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
  return { answer, stop: () => request.abort() };
}
