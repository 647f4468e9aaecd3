import { useEffect, useRef } from 'react';
import { attempt } from '../state/act';

/** Keeps the window as high as what stands in the element, and the room around it. */
export function useFittedWindow() {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    const observer = new ResizeObserver(() => {
      const { paddingBottom, borderBottomWidth } = getComputedStyle(frame);
      const around = Number.parseFloat(paddingBottom) + Number.parseFloat(borderBottomWidth);
      void attempt('palette.fit', { height: element.getBoundingClientRect().bottom + around });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return content;
}
