import type { WorkerTarget } from '@gridstaff/roster';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';

/** Centre and worker from the path. @throws DomainError NOT_FOUND */
export const Target = createParamDecorator((_: unknown, context: ExecutionContext): WorkerTarget => {
  const { centreId = '', workerNo = '' } = context.switchToHttp().getRequest<ApiRequest>().params as Record<
    string,
    string
  >;
  return {
    centreId: new IdPipe().transform(centreId, { type: 'param', data: 'centre' }),
    workerNo: new NumberPipe().transform(workerNo, { type: 'param', data: 'worker' }),
  };
});
