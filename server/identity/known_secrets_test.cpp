#include "identity/known_secrets.h"

#include <gtest/gtest.h>

namespace rapport::identity {
namespace {

const Holder ada{RecordId::of(5, 1)};
const Holder bob{RecordId::of(5, 2)};
const auto start = KnownSecrets::Clock::now();

/// Counts how often it is asked.
struct Source {
    KnownSecrets::LookUp look_up() {
        return [this] {
            ++asked;
            return user;
        };
    }
    std::optional<Holder> user = ada;
    int asked = 0;
};

TEST(KnownSecrets, ask_once_a_second) {
    KnownSecrets known;
    Source source;
    for (int i = 0; i < 10; ++i) EXPECT_EQ(known.find("a", source.look_up(), start), ada);
    EXPECT_EQ(source.asked, 1);
    EXPECT_EQ(known.find("a", source.look_up(), start + std::chrono::seconds(1)), ada);
    EXPECT_EQ(source.asked, 2);
}

TEST(KnownSecrets, do_not_keep_what_does_not_exist) {
    KnownSecrets known;
    Source source{.user = std::nullopt};
    EXPECT_EQ(known.find("a", source.look_up(), start), std::nullopt);
    source.user = ada;
    EXPECT_EQ(known.find("a", source.look_up(), start), ada);
}

TEST(KnownSecrets, forget_one_or_all_of_a_user) {
    KnownSecrets known;
    Source of_ada;
    Source of_bob{.user = bob};
    known.find("a", of_ada.look_up(), start);
    known.find("b", of_ada.look_up(), start);
    known.find("c", of_bob.look_up(), start);
    known.forget("a");
    known.find("a", of_ada.look_up(), start);
    EXPECT_EQ(of_ada.asked, 3);
    known.forget(ada.user);
    known.find("a", of_ada.look_up(), start);
    known.find("b", of_ada.look_up(), start);
    known.find("c", of_bob.look_up(), start);
    EXPECT_EQ(of_ada.asked, 5);
    EXPECT_EQ(of_bob.asked, 1);
}

TEST(KnownSecrets, do_not_keep_an_answer_from_before_a_revocation) {
    KnownSecrets known;
    Source source;
    auto revoked_meanwhile = [&]() -> std::optional<Holder> {
        known.forget("a");
        return ada;
    };
    EXPECT_EQ(known.find("a", revoked_meanwhile, start), ada);
    source.user = std::nullopt;
    EXPECT_EQ(known.find("a", source.look_up(), start), std::nullopt);
}

TEST(KnownSecrets, stay_bounded) {
    KnownSecrets known;
    Source source;
    for (int i = 0; i < 50'000; ++i) EXPECT_EQ(known.find(std::to_string(i), source.look_up(), start), ada);
}

}  // namespace
}  // namespace rapport::identity
