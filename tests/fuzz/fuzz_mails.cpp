// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is sent: a mail, a mailbox or a file of Outlook's is refused with a sentence, or gives pages and files with
// names that lead nowhere.

#include "model/reader/document_device.h"
#include "model/reader/mail_document.h"
#include "model/reader/mailbox_document.h"
#include "model/reader/outlook_mail.h"
#include "model/reader/warm_up.h"

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

using namespace model;
using namespace model::reader;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void requireEntries(EntrySource &source, qint64 most)
{
    for (;;) {
        const auto entry = source.next();
        require(entry.has_value());
        if (!*entry)
            return;
        require(!(*entry)->path.isEmpty() && !(*entry)->path.contains(u'\n'));
        qint64 given = 0;
        for (auto some = source.bytes(); some && !some->isEmpty(); some = source.bytes())
            given += some->size();
        require(given <= most);
    }
}

void requireMail(Result<OpenedMail> mail, qint64 most)
{
    if (!mail) {
        require(!mail.error().sentence.isEmpty());
        return;
    }
    require(mail->pages->facts().pageCount > 0);
    require(mail->pages->page(0, PageFor::Screen).has_value());
    requireEntries(*mail->attachments, most);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const bool ready = (warmUp(), true);
    require(ready);
    const int file = memfd_create("mail", MFD_CLOEXEC);
    require(file >= 0 && write(file, data, size) == static_cast<ssize_t>(size));
    {
        DocumentDevice device(file);
        const auto most = static_cast<qint64>(size) + 4096;
        requireMail(openMail(device), most);
        requireMail(openOutlookMail(device), most);
        MailboxDocument box(device);
        requireEntries(box, most);
    }
    close(file);
    return 0;
}
