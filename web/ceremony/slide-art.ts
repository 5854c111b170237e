import divider from './divider.svg';
import ornament from './ornament.svg';
import '../styles/slides.css';

/** What the button says to the slides: fill the screen. Whoever comes by their address has them in the window first. */
export const fillScreen = { fillScreen: true } as const;

/** Fetches what the slides are drawn with, so that they need no network afterwards. What does not come leaves them plainer. */
export async function loadSlideArt(): Promise<void> {
  const picture = (address: string) => {
    const image = new Image();
    image.src = address;
    return image.decode();
  };
  await Promise.allSettled([document.fonts.load("700 1em 'Playfair Display'", 'Đường Điện Biên Phủ'), picture(ornament), picture(divider)]);
}
