import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';
import { certificateLines } from '../../shared/certificates/certificate-text.ts';
import { useT } from '../language/language.tsx';
import { certificateTexts } from './certificate-texts.ts';
import type { CertificateShown } from './queries.ts';

/** What the certificate says, in its own words (Vietnamese, as printed) and after its look; the PDF alone is official. */
export function CertificatePicture({ facts }: { facts: CertificateShown['facts'] }): ReactNode {
  const lines = certificateLines(facts);
  return (
    <div className="certificate-picture" lang="vi">
      <p className="country">{lines.country}</p>
      <p className="motto">{lines.motto}</p>
      <p className="authority">{lines.authority}</p>
      <p className="heading">{lines.title}</p>
      <p className="subject">{lines.subject}</p>
      <p className="certifies">{lines.certifies}</p>
      <p className="name">{lines.name}</p>
      {lines.segment && <p>{lines.segment}</p>}
      <p>{lines.place}</p>
      <p>{lines.figures}</p>
      {lines.score && <p>{lines.score}</p>}
      {lines.decision && <p>{lines.decision}</p>}
      {lines.supersedes && <p>{lines.supersedes}</p>}
      <div className="foot">
        <div>
          <p className="number">{lines.number}</p>
          {lines.verification && (
            <>
              <Code text={lines.verification.address} />
              <p className="small">
                {lines.verification.invitation} {lines.verification.domain}
                <br />
                {lines.verification.code}
              </p>
            </>
          )}
        </div>
        <div>
          <p className="certifies">{lines.placeAndDate}</p>
          {lines.capacity.map((each) => (
            <p key={each} className="number">
              {each}
            </p>
          ))}
          <p className="number signatory">{lines.signatory}</p>
        </div>
      </div>
    </div>
  );
}

/** The QR code as squares of one path, so that it stays sharp at any size. */
function Code({ text }: { text: string }): ReactNode {
  const t = useT(certificateTexts);
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: 2 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: squares.join('') };
  }, [text]);
  return (
    <svg className="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.qr} shapeRendering="crispEdges">
      <rect className="paper" width={size} height={size} />
      <path className="ink" d={path} />
    </svg>
  );
}
