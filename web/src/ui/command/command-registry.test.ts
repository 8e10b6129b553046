import { describe, expect, it, vi } from 'vitest';
import { CommandRegistry } from './command-registry';

const command = (keys: string) => ({ id: keys, label: keys, icon: 'plus' as const, group: 'Here', keys, run: vi.fn() });
const turn = () => Promise.resolve();

describe('CommandRegistry', () => {
  it('answers a key from the moment its command is added', () => {
    const registry = new CommandRegistry();
    const create = command('c');
    registry.add([create]);
    expect(registry.press({ key: 'c', at: 0 })).toBe(true);
    expect(create.run).toHaveBeenCalledOnce();
  });
  it('no longer answers what was taken away', () => {
    const registry = new CommandRegistry();
    registry.add([command('c')])();
    expect(registry.press({ key: 'c', at: 0 })).toBe(false);
  });
  it('runs the command added last when two have the same keys', () => {
    const registry = new CommandRegistry();
    const [far, near] = [command('c'), command('c')];
    registry.add([far]);
    registry.add([near]);
    registry.press({ key: 'c', at: 0 });
    expect(near.run).toHaveBeenCalledOnce();
    expect(far.run).not.toHaveBeenCalled();
  });
  it('begins anew when the second key comes late', () => {
    const registry = new CommandRegistry();
    const go = command('g d');
    registry.add([go]);
    registry.press({ key: 'g', at: 0 });
    registry.press({ key: 'd', at: 5000 });
    expect(go.run).not.toHaveBeenCalled();
  });
  it('keeps keys for a page that is on its way', async () => {
    const registry = new CommandRegistry();
    const [create, go] = [command('c'), command('g d')];
    const arrived = registry.awaitPage();
    for (const key of ['c', 'g', 'd']) registry.press({ key, at: 0 });
    // As React does it: the skeleton goes, then page and frame add theirs, from the inside out.
    arrived();
    registry.add([create]);
    registry.add([go]);
    await turn();
    expect(create.run).toHaveBeenCalledOnce();
    expect(go.run).toHaveBeenCalledOnce();
  });
  it('forgets what the page does not answer either', async () => {
    const registry = new CommandRegistry();
    const arrived = registry.awaitPage();
    registry.press({ key: 'c', at: 0 });
    arrived();
    await turn();
    const late = command('c');
    registry.add([late]);
    await turn();
    expect(late.run).not.toHaveBeenCalled();
  });
});
