import { refuseUnwritable } from '../../calendar-file';
import type { Device } from '../../core/model/settings';
import { putDevice } from '../../core/records';
import { refuse } from '../../core/refuse';
import { setSettings } from '../../core/settings';
import { refuseUnknownPlace } from '../../inputs/holidays';
import type { Handlers } from '../context';

export const settingsHandlers: Handlers<'state.get' | 'settings.set' | 'settings.show' | 'device.set'> = {
  'state.get': (_, { store }) => store.state,
  'settings.set': async (fields, { store, dryRun }) => {
    await refuseUnknownPlace(fields, store.state.settings);
    const { changeId } = await store.update(
      (state) => ({
        state: setSettings(state, fields),
        note: { code: 'settings-changed', values: {} },
        result: undefined,
      }),
      { dryRun },
    );
    return { changeId };
  },
  'settings.show': (_, { store }) => store.state.settings,
  'device.set': async ({ calendarFile, ...fields }, { store, dryRun, effects }) => {
    if (calendarFile) await refuseUnwritable(calendarFile, store.home);
    const former = store.state.device.shortcut;
    if (fields.shortcut !== undefined && fields.shortcut !== former && effects && !effects.setShortcut(fields.shortcut))
      refuse('shortcut-taken', `${fields.shortcut} can not be had: another program has it, or it is no shortcut.`, {
        field: 'shortcut',
        action: 'Choose another; the former one still works.',
      });
    const { changeId } = await store.update(
      (state) => {
        const { calendarFile: formerFile, ...device } = state.device;
        const file = calendarFile === undefined ? formerFile : calendarFile;
        return {
          state: putDevice(state, {
            ...device,
            ...(fields as Partial<Device>),
            ...(file != null && { calendarFile: file }),
          }),
          note: { code: 'device-changed', values: {} },
          result: undefined,
        };
      },
      { dryRun },
    );
    if (fields.theme !== undefined) effects?.applyTheme(fields.theme);
    return { changeId };
  },
};
