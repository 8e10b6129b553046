import styles from './login.module.css';

// The thread of the mark, drawn wider and wider: fifteen lines, the last one with its two people.
const lines = Array.from({ length: 15 }, (_, index) => {
  const radius = index === 14 ? 332 : 150 + index * 13;
  const start = { x: 120 + index * 13, y: index === 14 ? 410 : 690 - index * 20 };
  return { path: `M${start.x} 960V${start.y}a${radius} ${radius} 0 0 1 ${radius} ${-radius}H${index === 14 ? 660 : 780}`, opacity: 0.1 + index * 0.035 };
});

export function LoginArt() {
  return (
    <aside className={styles.art} aria-hidden="true">
      <svg viewBox="0 0 734 900" width="100%" height="100%" preserveAspectRatio="xMidYMid slice">
        <g fill="none">
          {lines.slice(0, 14).map((line) => (
            <path key={line.path} d={line.path} opacity={line.opacity} className={styles.line} />
          ))}
          <path d={lines[14]?.path} className={styles.thread} />
        </g>
        {[
          [302, 706],
          [660, 78],
        ].map(([x, y]) => (
          <g key={x}>
            <circle cx={x} cy={y} r="9" className={styles.person} />
            <circle cx={x} cy={y} r="17" className={styles.ring} />
          </g>
        ))}
      </svg>
    </aside>
  );
}
