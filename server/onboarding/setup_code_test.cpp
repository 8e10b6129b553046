#include "onboarding/setup_code.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace rapport::onboarding {
namespace {

std::string refusal(SetupCode& code, const std::string& given, const std::string& address) {
    try {
        code.check(given, address);
    } catch (const Failure& failure) {
        return failure.code();
    }
    return "";
}

TEST(SetupCode, is_another_one_each_time) { EXPECT_NE(SetupCode().text(), SetupCode().text()); }

TEST(SetupCode, counts_in_any_case_and_without_its_signs) {
    SetupCode code;
    std::string written = code.text().substr(0, 4) + " " + code.text().substr(5, 4) + code.text().substr(10);
    for (char& c : written) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(refusal(code, written, "10.0.0.1"), "");
}

TEST(SetupCode, is_not_guessed) {
    SetupCode code;
    EXPECT_EQ(refusal(code, "", "10.0.0.1"), "wrong_setup_code");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(refusal(code, "0000-0000-0000", "10.0.0.1"), "wrong_setup_code");
    EXPECT_EQ(refusal(code, code.text(), "10.0.0.1"), "too_many_attempts");
    EXPECT_EQ(refusal(code, code.text(), "10.0.0.2"), "");
}

TEST(SetupCode, is_not_guessed_from_many_addresses_either) {
    SetupCode code;
    for (int i = 0; i < 50; ++i) EXPECT_EQ(refusal(code, "0000-0000-0000", "10.0.1." + std::to_string(i)), "wrong_setup_code");
    EXPECT_EQ(refusal(code, code.text(), "10.0.2.1"), "too_many_attempts");
}

}  // namespace
}  // namespace rapport::onboarding
