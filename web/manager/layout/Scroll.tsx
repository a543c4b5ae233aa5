import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Something wide that scrolls within the page; a shade at its edge says that there is more. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  const [hasMore, setMore] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      const hidden = element.scrollWidth - element.clientWidth;
      setMore(hidden - element.scrollLeft > 1);
      // Whoever has no mouse scrolls by keys; what fits needs no stop on the way.
      if (hidden > 1) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <div className={hasMore ? 'scroll-frame more-there' : 'scroll-frame'}>
      <section ref={place} className="scroll" aria-label={`${label}: table`}>
        {children}
      </section>
    </div>
  );
}
