#include "modules/sales/campaign_member/response.h"

#include "base/calendar.h"

namespace rapport::sales {

void Response::before_save(records::Change& change) const {
    if (change.after["contact_id"].is_null() == change.after["lead_id"].is_null())
        change.refuse("contact_id", "contact_or_lead", "A campaign member is one contact or one lead: choose one of them.");
    std::string_view status = change.after["status"].text_or("");
    bool responds = status == "responded" || status == "registered" || status == "attended";
    change.after["has_responded"] = responds ? 1 : 0;
    Value& first = change.after["first_responded_on"];
    if (responds && first.is_null()) first = change.actor.zone().date_at(DateTime::now()).days();
}

}  // namespace rapport::sales
