import { system } from '../../runtime/system.ts';

type Channel = 'site' | 'feed' | 'email';

/** Hands a request to a channel, whatever its method: the channel answers 405 itself. */
export const serve =
  (channel: Channel) =>
  async (request: Request): Promise<Response> => {
    const { channels } = await system();
    return channels[channel].respond(request);
  };
