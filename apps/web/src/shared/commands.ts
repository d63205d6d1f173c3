import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useProblemNotice } from './problem-view';

interface Command<Input, Answer> {
  /** @param key the same for every try of the same input, until one succeeded: a double click or a repeat does it once */
  run: (input: Input, key: string) => Promise<Answer>;
  /** What is read again afterwards, also when it was refused because somebody was faster. */
  touches: QueryKey[];
  done?: string;
  onDone?: (answer: Answer, input: Input) => void;
  /** Shows the refusal itself (a form does); left out: a dialog. */
  onRefused?: (error: unknown) => void;
}

/** A command to the server: refused ones say why, succeeded ones refresh what they changed. */
export function useCommand<Input = void, Answer = unknown>({
  run,
  touches,
  done,
  onDone,
  onRefused,
}: Command<Input, Answer>): UseMutationResult<Answer, unknown, Input> {
  const client = useQueryClient();
  const { message } = App.useApp();
  const attempt = useRef<{ body: string; key: string; running?: Promise<Answer> } | undefined>(undefined);
  const refresh = (): Promise<unknown> =>
    Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey })));
  const tell = useProblemNotice(() => void refresh());
  return useMutation({
    mutationFn: (input: Input) => {
      const body = JSON.stringify(input ?? null);
      if (attempt.current?.body !== body) attempt.current = { body, key: crypto.randomUUID() };
      const mine = attempt.current;
      // A second click while the first is under way waits for the same answer.
      mine.running ??= run(input, mine.key).finally(() => {
        mine.running = undefined;
      });
      return mine.running;
    },
    onSuccess: async (answer, input) => {
      attempt.current = undefined;
      if (done) void message.success({ content: done, key: 'done' });
      onDone?.(answer, input);
      await refresh();
    },
    onError: (error) => (onRefused ?? tell)(error),
  });
}
