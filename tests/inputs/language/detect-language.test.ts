import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../electron/inputs/language/detect-language';

const TEXTS = {
  en: [
    'Hi, could you send me the Q3 numbers before Thursday? My VP is asking for them and I have nothing to show.',
    'The login is broken again since this morning. Please call me back when you can.',
    'Thanks for the call. As discussed, we will need the offer by the end of the week.',
  ],
  de: [
    'Guten Tag, können Sie mir bitte die Zahlen für Oktober schicken? Die Geschäftsführung braucht sie bis Donnerstag.',
    'Der Server ist seit heute früh nicht erreichbar, bitte um kurzen Rückruf, wenn es bei Ihnen passt.',
    'Wie besprochen sende ich Ihnen den Vertrag, wir haben noch zwei Fragen dazu.',
  ],
  fr: [
    'Bonjour, pourriez-vous nous envoyer la facture du mois dernier ? Notre comptable en a besoin pour vendredi.',
    'Le serveur ne répond plus depuis ce matin, merci de me rappeler dès que vous êtes disponible.',
  ],
  es: [
    'Hola, ¿me puede enviar la factura de octubre? La necesitan en contabilidad para el jueves.',
    'El acceso no funciona desde esta mañana, por favor llámeme cuando pueda, es para la reunión con el consejo.',
  ],
  sk: [
    'Dobrý deň, chýba nám faktúra za október, môžete nám ju prosím poslať do štvrtka? Pýta sa na ňu riaditeľ.',
    'Od rána sa nevieme prihlásiť do systému, prosím ozvite sa mi, keď budete mať chvíľu.',
  ],
  vi: [
    'Chào anh, hóa đơn tháng mười chưa có, anh gửi lại cho em trước thứ năm được không ạ?',
    'Từ sáng nay chúng tôi không đăng nhập được, nhờ anh gọi lại khi có thời gian.',
  ],
  cs: [
    'Dobrý den, chybí nám faktura za říjen, můžete nám ji prosím poslat do čtvrtka? Ptá se na ni ředitel, který ji potřebuje.',
  ],
  nl: ['Goedemiddag, kunt u ons de factuur van oktober nog sturen? De boekhouding heeft deze voor donderdag nodig.'],
};

describe('the language of a letter', () => {
  test.each(Object.entries(TEXTS).flatMap(([language, texts]) => texts.map((text) => [language, text])))(
    '%s: %s',
    (language, text) => {
      expect(detectLanguage(text ?? '')).toBe(language);
    },
  );

  test('what is too short, or no words at all, is of no language', () => {
    for (const text of ['', 'OK', 'Budget 2027', 'FYI', '42 + 7 = 49', 'https://globex.example/a/b', '田中さん'])
      expect(detectLanguage(text)).toBeUndefined();
  });

  test('no text makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void detectLanguage(text)));
  });
});
