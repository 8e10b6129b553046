#include "documents/vcard/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "base/failure.h"
#include "documents/table/open_table.h"

namespace rapport::documents::vcard {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

using Card = std::map<std::string, std::string>;

std::vector<Card> cards_in(const std::string& text) {
    auto table = open_table(bytes_of(text));
    EXPECT_EQ(table->format(), "vcard");
    std::vector<Card> cards;
    for (Row row; table->next(row);) {
        Card& card = cards.emplace_back();
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].empty()) card[table->header()[i]] = row.cells[i];
        if (row.problem) card["problem"] = row.problem->code;
    }
    return cards;
}

TEST(VcardReader, reads_a_card_of_each_version) {
    const std::string two = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg\r\nTEL;CELL;PREF:+49 170 1\r\nEND:VCARD\r\n";
    const std::string three = "BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada;King;Dr.;\nFN:Ada Lovelace\nORG:Engines\\; Ltd;Research\nitem1.EMAIL;type=INTERNET;type=HOME:ada@example.org\n"
                              "EMAIL;TYPE=WORK,PREF:ada@example.com\nNOTE:one\\ntwo\\, th\n ree\nEND:VCARD\n";
    const std::string four = "begin:vcard\nVERSION:4.0\nUID:urn:uuid:4fbe\nFN:Engines Ltd\nORG:Engines Ltd\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+44-20-1\nTEL;TYPE=fax:+44-20-2\n"
                             "ADR;TYPE=work:;Floor 2;1 Mill Lane;London;;N1;UK\nURL:https://www.linkedin.com/in/x\nBDAY:18151210\nend:vcard\n";
    auto cards = cards_in(two + three + four);
    ASSERT_EQ(cards.size(), 3u);
    EXPECT_THAT(cards[0], UnorderedElementsAre(Pair("First name", "Jörg"), Pair("Last name", "Müller"), Pair("Mobile", "+49 170 1")));
    EXPECT_THAT(cards[1], UnorderedElementsAre(Pair("First name", "Ada"), Pair("Middle name", "King"), Pair("Last name", "Lovelace"), Pair("Salutation", "Dr."), Pair("Organization name", "Engines; Ltd"),
                                               Pair("Department", "Research"), Pair("Email", "ada@example.com"), Pair("More e-mail addresses", "home: ada@example.org"), Pair("Notes", "one\ntwo, three")));
    EXPECT_THAT(cards[2], UnorderedElementsAre(Pair("External ID", "4fbe"), Pair("Organization name", "Engines Ltd"), Pair("Phone", "+44-20-1"), Pair("More phone numbers", "fax: +44-20-2"),
                                               Pair("Street", "1 Mill Lane\nFloor 2"), Pair("City", "London"), Pair("Postal code", "N1"), Pair("Country", "UK"),
                                               Pair("LinkedIn profile", "https://www.linkedin.com/in/x"), Pair("Birthday", "1815-12-10")));
}

TEST(VcardReader, leaves_lists_pictures_and_cards_within_cards_out) {
    const std::string picture = "PHOTO;ENCODING=b:" + std::string(3 << 20, 'A') + "\n";
    auto cards = cards_in("BEGIN:VCARD\nKIND:group\nFN:Friends\nEND:VCARD\nBEGIN:VCARD\nFN:Ada\n" + picture + "BEGIN:VCARD\nFN:Agent\nEND:VCARD\nEND:VCARD\n");
    EXPECT_THAT(cards, ElementsAre(Card{{"Name", "Ada"}}));
}

TEST(VcardReader, says_that_a_card_was_cut_off) {
    EXPECT_THAT(cards_in("BEGIN:VCARD\nFN:Ada\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\n"), ElementsAre(Card{{"Name", "Ada"}}, Card{{"Name", "Bob"}, {"problem", "unclosed_card"}}));
}

TEST(VcardReader, reads_other_encodings) {
    EXPECT_THAT(cards_in("BEGIN:VCARD\nFN:J\xf6rg\nEND:VCARD\n"), ElementsAre(Card{{"Name", "Jörg"}}));
    std::string wide = "\xff\xfe";
    for (char c : std::string("BEGIN:VCARD\nFN:Ada\nEND:VCARD\n")) wide += {c, '\0'};
    EXPECT_THAT(cards_in(wide), ElementsAre(Card{{"Name", "Ada"}}));
}

TEST(VcardReader, knows_the_line_of_a_card) {
    auto table = open_table(bytes_of("BEGIN:VCARD\nFN:Ada\nEND:VCARD\n\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\n"));
    Row row;
    ASSERT_TRUE(table->next(row) && table->next(row));
    EXPECT_EQ(row.line, 5u);
}

TEST(VcardReader, refuses_cards_without_anything) {
    try {
        open_table(bytes_of("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"));
        FAIL();
    } catch (const Failure& failure) {
        EXPECT_EQ(failure.code(), "empty_file");
    }
}

}  // namespace
}  // namespace rapport::documents::vcard
