import type { MessageId } from '@/i18n/catalogues';

/**
 * How addresses are written, each form with the codes of its countries (ISO 3166). `|` ends a line; what stands between two parts is
 * written only when both are there. A part with a `?` is shown where there is one, and not asked for.
 *
 * Source: the formats of Google's Address Data Service (libaddressinput), without the prefixes of mail from abroad.
 */
export const forms: Record<string, string> = {
  '{street}|{postal_code} {city}|{state?}':
    'AD AT AX AZ BA BE BG BL CH CI CU CY CZ DE DK DO DZ EE EH ET FI FO FR GE GF GL GN GP GR GT GW HR HT IS KG KW LA LI LR LT LU MA MC MD ME MF MG MK MQ MZ NC NE NL NO PF PL PM PT PY RE RO RS SE SI SJ SK SM SN TJ TM TN TZ VA WF XK YT ZM',
  '{street}|{city}|{state?}|{postal_code}': 'AC AF AI FK GB GG GI GS IM IO JE KE LK NA PN SD SH SZ TA TC VG ZA',
  '{street}|{city} {postal_code}|{state?}': 'BD BH BM BN BT GU IL JO KH LB LS MM MT MV NP NZ PK PS SA SG VC',
  '{street}|{city}, {state} {postal_code}': 'AS BB FM MH MP PR PW SO TW UM US VI',
  '{street}|{city} {state} {postal_code}': 'AU CA CC CX HM NF PG',
  '{street}|{postal_code} {city} {state}': 'IT',
  '{street}|{postal_code} {city}|{state}': 'AR CL CV ES MY UY UZ',
  '{street}|{postal_code} {city}, {state}': 'MX NI',
  '{street}|{postal_code} {city}/{state}': 'TR',
  '{street}|{postal_code}, {city}|{state}': 'BY',
  '{street}|{postal_code}-{city}|{state}': 'SV',
  '{street}|{postal_code}|{city}|{state?}': 'AL EC MU OM',
  '{street}|{postal_code}|{city}|{state}': 'AM',
  '{street}|{city} - {state}|{postal_code}': 'BR',
  '{street}|{city} {postal_code}|{state}': 'IN NG PE',
  '{street}|{city} {postal_code}, {state}': 'VE',
  '{street}|{city}|{state}|{postal_code}': 'EG IE KR RU UA',
  '{street}|{city}|{state} {postal_code}': 'ID KY MN TH VN',
  '{street}|{city}|{postal_code} {state}': 'PH',
  '{street}|{city}|{state}, {postal_code}': 'CN KP',
  '{street}|{city}, {state}|{postal_code}': 'HN IQ JP',
  '{street}|{city}, {state}, {postal_code}': 'CO',
  '{street}|{state}, {city}|{postal_code}': 'CR',
  '{street}|{state}|{city}, {postal_code}': 'LV',
  '{street}|{city}|{state}|{postal_code?}': 'AE AO BS BW BZ FJ HK JM KI KN NR PA SC SR SY TT TV UG YE',
  '{street}|{city}|{state?}|{postal_code?}': 'AG AW BF BI BJ BO BV CD CF CG CK CM CW DJ DM ER GA GD GH GM GQ GY KM LC LY ML MO MR MS MW NU QA RW SB SL SS ST SX TD TF TG TK TL TO VU WS ZW',
  '{city}|{street}|{postal_code}|{state?}': 'HU',
  '{postal_code}|{state}|{city}|{street}': 'KZ',
  '{state}|{city}|{street}|{postal_code}': 'IR',
};

/** How addresses are written in the signs of the country, the largest first; the country stands above. */
export const formsInSigns: Record<string, string> = {
  '〒{postal_code}|{state}{city}{street}': 'JP',
  '{postal_code}|{state}{city}|{street}': 'CN TW',
  '{postal_code}|{state}|{city}|{street}': 'KP',
  '{state} {city}|{street}|{postal_code}': 'KR',
  '{state}{city}|{street}|{postal_code?}': 'HK MO',
};

/** Where the country is not known. */
export const anyForm = '{street}|{postal_code} {city}|{state}';

/** What the parts are called where they are not called as everywhere. */
export const names = {
  postal_code: {
    'address.postal_code.zip': 'AS FM GU MH MP PH PR PW UM US VI',
    'address.postal_code.postcode': 'AC AU CC CX FK GB GG GI GS HM IM IO JE MY NF NZ PN SG SH TA TC VG ZA',
    'address.postal_code.pin': 'IN',
    'address.postal_code.eircode': 'IE',
    'address.postal_code.cep': 'BR',
  },
  city: {
    'address.city.town': 'GB GG IE IM JE LK',
    'address.city.suburb': 'AU CC CX HM NF',
    'address.city.district': 'HK TR',
  },
  state: {
    'address.state.state': 'AS AU BR FM IN MH MP MX MY NG PR PW SS US VE VI',
    'address.state.province': 'AF AO AR CA CN CR CU EC ES FJ ID IR IT KR MN MZ PA PG PH PK SO TH TR UZ VN ZA ZM',
    'address.state.prefecture': 'GR JP',
    'address.state.region': 'AM CL CV GH KI KZ LV MW NZ PE TT TZ UG',
    'address.state.oblast': 'BY RU UA',
    'address.state.county': 'EE GB HR HU IE LT NO RO SE TW',
    'address.state.department': 'BJ BO CO HN NI PY SV UY',
    'address.state.governorate': 'BH EG IQ JO KW LB OM SY TN YE',
    'address.state.emirate': 'AE',
    'address.state.island': 'BS KN KY SC TV',
    'address.state.parish': 'AD BB JM',
    'address.state.area': 'HK',
    'address.state.district': 'BW BZ NR PT SR',
    'address.state.canton': 'CH',
    'address.state.land': 'AT DE',
  },
} satisfies Record<string, Partial<Record<MessageId, string>>>;
