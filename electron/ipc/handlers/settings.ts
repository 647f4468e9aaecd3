import type { Device, Settings } from '../../core/model/settings';
import { putDevice, putSettings } from '../../core/records';
import { refuse } from '../../core/refuse';
import type { Handlers } from '../context';

export const settingsHandlers: Handlers<'state.get' | 'settings.set' | 'device.set'> = {
  'state.get': (_, { store }) => store.state,
  'settings.set': async (fields, { store, dryRun }) => {
    const { changeId } = await store.update(
      (state) => ({
        state: putSettings(state, { ...state.settings, ...(fields as Partial<Settings>) }),
        note: { code: 'settings-changed', values: {} },
        result: undefined,
      }),
      { dryRun },
    );
    return { changeId };
  },
  'device.set': async (fields, { store, dryRun, effects }) => {
    const former = store.state.device.shortcut;
    if (fields.shortcut !== undefined && fields.shortcut !== former && effects && !effects.setShortcut(fields.shortcut))
      refuse('shortcut-taken', `${fields.shortcut} can not be had: another program has it, or it is no shortcut.`, {
        field: 'shortcut',
        action: 'Choose another; the former one still works.',
      });
    const { changeId } = await store.update(
      (state) => ({
        state: putDevice(state, { ...state.device, ...(fields as Partial<Device>) }),
        note: { code: 'device-changed', values: {} },
        result: undefined,
      }),
      { dryRun },
    );
    if (fields.theme !== undefined) effects?.applyTheme(fields.theme);
    return { changeId };
  },
};
