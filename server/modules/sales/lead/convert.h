#pragma once

#include "records/action.h"

namespace rapport::sales {

/// Makes of a lead who they have become: a contact, at an account, with an opportunity where there is one; or joins them to
/// those that are there. Activities and files go along. All of it is one change set. See docs/history.md.
class Convert final : public records::Action {
public:
    Json run(const Call& call, records::Service& service) const override;
};

}  // namespace rapport::sales
