import type { Line, Speaker } from './seeded-conversation.ts';

/** What people write to a shop, and what they are told: `speaker: text`, one line a message. */
const SCRIPTS = [
  `b: Hello, and welcome to our shop!
v: Hi, my parcel says delivered, but there is nothing here.
o: I am sorry to hear that. Could you tell me your order number?
v: It is 48213.
n: The carrier left it with a neighbour, see the delivery photo.
o: The driver left it at number 14. Could you have a look there?
v: Found it, thank you!`,
  `v: Can I change the delivery address of an order I placed this morning?
o: You can, as long as it is not packed. Which address shall it be?
v: 22 Canal Street, flat 3, same town.
o: Done. You will get a new confirmation by email.`,
  `v: Is the oak shelf available in 80 cm?
o: It is, but only in the dark finish. It would leave our warehouse on Thursday.
v: Dark is fine, I will order it now.`,
  `b: Hello, and welcome to our shop!
v: I want to return a blanket. It is lovely, but the wrong colour.
o: No problem. I have emailed you a return label, it is valid for 30 days.
v: Do I have to pay for the label?
o: No, returns are free.
v: Great, thanks.`,
  `v: Your checkout refuses my card.
o: Which message do you see?
v: "The payment could not be confirmed".
n: Bank asks for a second factor, pop-up was probably blocked.
o: Your bank wants to confirm it in a new window. Could you allow pop-ups for our shop and try again?
v: That was it. It works now.`,
  `v: Do you ship to Iceland?
o: We do. It takes six to nine working days.
v: And customs?
o: Customs are included in the price that the checkout shows.`,
  `b: Hello, and welcome to our shop!
v: Can I have an invoice with our VAT number?
o: Of course. Please send me the number and the company's name as it should appear.
v: GB 123 4567 89, Alder and Finch Ltd.
o: The new invoice is in your account.`,
  `v: The desk lamp flickers since yesterday.
o: That should not happen. Does it flicker with another bulb, too?
v: Yes, I tried two.
n: Third report this month, told purchasing.
o: Then it is the switch. We will send you a new lamp today, please keep the old one until it arrives.
v: Very kind, thank you.
o: You are welcome!`,
  `v: How do I cancel my newsletter?
o: With the link at the bottom of each issue. Shall I do it for you?
v: Yes please.
o: Done, you will not get another one.`,
  `v: Is there a discount for schools?
o: There is: 15 % from ten pieces. Where shall I send the offer?
v: To this address, please. We need twenty lamps.
o: It is on its way.`,
  `b: Hello, and welcome to our shop!
v: Just looking, thanks.`,
  `v: I forgot to use my voucher. Can you still add it?
o: I can, if you tell me the code.
v: WINTER26
o: Added. The difference goes back to your card within three days.
v: Perfect.`,
];

/** The dialogues as lists of lines. */
export const DIALOGUES: readonly (readonly Line[])[] = SCRIPTS.map((script) =>
  script.split('\n').map((line): Line => [line[0] as Speaker, line.slice(3)]),
);

export const COMMENTS = ['Quick and friendly, thank you!', 'Solved at once.', 'Took a while, but it works now.', null];
