// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mail_parts.h"

#include <algorithm>

namespace model::reader {
namespace {

constexpr int deepestPart = 100;

bool isOf(GMimeObject *part, const char *type, const char *subtype)
{
    GMimeContentType *const content = g_mime_object_get_content_type(part);
    return content && g_mime_content_type_is_type(content, type, subtype);
}

bool isAttached(GMimeObject *part)
{
    const char *const disposition = g_mime_object_get_disposition(part);
    return (disposition && g_ascii_strcasecmp(disposition, "attachment") == 0) || !fileNameOf(part).isEmpty();
}

bool isReadable(GMimeObject *part)
{
    if (!GMIME_IS_PART(part) || isAttached(part))
        return false;
    return isOf(part, "text", "plain") || isOf(part, "text", "html") || isOf(part, "text", "enriched") ||
           isOf(part, "text", "rfc822-headers") || isOf(part, "message", "delivery-status") ||
           isOf(part, "message", "disposition-notification");
}

class Collector final {
public:
    void collect(GMimeObject *part, int depth)
    {
        if (!part || depth > deepestPart)
            return;
        if (GMIME_IS_MULTIPART_ENCRYPTED(part)) {
            parts.isEncrypted = true;
        } else if (GMIME_IS_MULTIPART_SIGNED(part)) {
            parts.isSigned = true;
            // The other one is the signature.
            collect(partOf(part, 0), depth + 1);
        } else if (isOf(part, "multipart", "alternative") && GMIME_IS_MULTIPART(part)) {
            collectBest(part, depth);
        } else if (GMIME_IS_MULTIPART(part)) {
            for (int i = 0; i < countOf(part); ++i)
                collect(partOf(part, i), depth + 1);
        } else if (isOf(part, "application", "pkcs7-mime") || isOf(part, "application", "x-pkcs7-mime")) {
            const char *const kind = g_mime_object_get_content_type_parameter(part, "smime-type");
            const bool onlySigned = kind && g_ascii_strcasecmp(kind, "signed-data") == 0;
            (onlySigned ? parts.isSigned : parts.isEncrypted) = true;
            parts.attachments.push_back(part);
        } else if (isReadable(part)) {
            parts.body.push_back(part);
        } else {
            parts.attachments.push_back(part);
        }
    }

    MailParts parts;

private:
    static int countOf(GMimeObject *multipart) { return g_mime_multipart_get_count(GMIME_MULTIPART(multipart)); }
    static GMimeObject *partOf(GMimeObject *multipart, int number)
    {
        return number < countOf(multipart) ? g_mime_multipart_get_part(GMIME_MULTIPART(multipart), number) : nullptr;
    }

    /// Plain text where there is any, else the last form that can be read, which is the fullest. What comes along with
    /// the others, pictures say, is kept.
    void collectBest(GMimeObject *part, int depth)
    {
        std::vector<MailParts> forms;
        for (int i = 0; i < countOf(part); ++i) {
            Collector form;
            form.collect(partOf(part, i), depth + 1);
            forms.push_back(std::move(form.parts));
        }
        const auto isPlain = [](const MailParts &form) {
            return !form.body.empty() && std::none_of(form.body.begin(), form.body.end(), isHtml) &&
                   std::any_of(form.body.begin(), form.body.end(),
                               [](GMimeObject *text) { return !contentOf(text).trimmed().isEmpty(); });
        };
        auto best = std::find_if(forms.begin(), forms.end(), isPlain);
        if (best == forms.end()) {
            const auto last =
                std::find_if(forms.rbegin(), forms.rend(), [](const MailParts &form) { return !form.body.empty(); });
            best = last == forms.rend() ? forms.end() : std::prev(last.base());
        }
        for (auto form = forms.begin(); form != forms.end(); ++form) {
            if (form == best)
                parts.body.insert(parts.body.end(), form->body.begin(), form->body.end());
            parts.attachments.insert(parts.attachments.end(), form->attachments.begin(), form->attachments.end());
            parts.isSigned = parts.isSigned || form->isSigned;
            parts.isEncrypted = parts.isEncrypted || form->isEncrypted;
        }
    }
};

} // namespace

MailParts partsOf(GMimeMessage *message)
{
    Collector collector;
    collector.collect(g_mime_message_get_mime_part(message), 0);
    return std::move(collector.parts);
}

bool isHtml(GMimeObject *part)
{
    return isOf(part, "text", "html");
}

} // namespace model::reader
