import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { uploadFile } from '@/api/files';
import { recordsKey } from '@/api/records';

export interface Upload {
  /** Also what tells the server that a repeated upload is the same one. */
  key: string;
  file: File;
  /** From 0 to 1. */
  share: number;
  /** Why it did not arrive. */
  failure?: string;
}

export interface Uploads {
  running: readonly Upload[];
  add: (files: Iterable<File>) => void;
  retry: (upload: Upload) => void;
  /** Ends one that is on its way, or takes a failed one off the list. */
  cancel: (upload: Upload) => void;
}

const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');

/** Files on their way to a record, one request each. What has arrived is among the record's files; what has not stays here with the reason. */
export function useUploads(record: string): Uploads {
  const queries = useQueryClient();
  const [running, setRunning] = useState<readonly Upload[]>([]);
  const aborters = useRef(new Map<string, AbortController>());

  const change = useCallback((key: string, more: Partial<Upload> | null) => {
    setRunning((before) => before.flatMap((each) => (each.key !== key ? [each] : more ? [{ ...each, ...more }] : [])));
  }, []);
  const send = useCallback(
    async ({ key, file }: Upload) => {
      const aborter = new AbortController();
      aborters.current.set(key, aborter);
      try {
        await uploadFile(file, record, { idempotencyKey: key, signal: aborter.signal, onProgress: (share) => change(key, { share }) });
        change(key, null);
      } catch (error) {
        change(key, aborter.signal.aborted ? null : { failure: reasonOf(error) });
      }
      aborters.current.delete(key);
      void queries.invalidateQueries({ queryKey: recordsKey('file') });
    },
    [record, change, queries],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file) => ({ key: newKey(), file, share: 0 }));
      setRunning((before) => [...before, ...fresh]);
      fresh.forEach((upload) => void send(upload));
    },
    [send],
  );
  const retry = useCallback(
    (upload: Upload) => {
      change(upload.key, { failure: undefined, share: 0 });
      void send(upload);
    },
    [change, send],
  );
  const cancel = useCallback(
    ({ key }: Upload) => {
      aborters.current.get(key)?.abort();
      change(key, null);
    },
    [change],
  );
  return { running, add, retry, cancel };
}
