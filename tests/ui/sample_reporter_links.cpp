// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_reporter.h"

#include "ui/findings/link_panel.h"
#include "ui/page/document_pane.h"

#include <QLineEdit>
#include <QListWidget>

using namespace model;

/// As few words of the passage as stand nowhere else in the case.
QString Reporter::searchFor(const SampleGold::Link &wanted)
{
    QStringList pages;
    for (const Document &document : must(look().documents())) {
        for (int page = 0; page < document.pageCount; ++page)
            pages += must(look().pageText(document.sha256, page)).text.simplified();
    }
    const QStringList words = wanted.quote.simplified().split(u' ');
    for (qsizetype count = 1; count <= words.size(); ++count) {
        for (qsizetype at = 0; at + count <= words.size(); ++at) {
            QString phrase = words.mid(at, count).join(u' ');
            while (!phrase.isEmpty() && !phrase.back().isLetterOrNumber())
                phrase.chop(1);
            if (phrase.size() > 4 && phrase.indexOf(u'"') < 0 && phrase.indexOf(u'-') < 0 &&
                pages.filter(phrase, Qt::CaseInsensitive).size() == 1)
                return phrase;
        }
    }
    return words.join(u' ');
}

/// To a part of the panel of links, whichever way it is.
void Reporter::tabTo(QWidget *part)
{
    const auto heightOf = [this](const QWidget *widget) { return widget->mapTo(&driven.window, QPoint()).y(); };
    for (int i = 0; i < 20 && driven.window.focusWidget() != part; ++i) {
        const QWidget *now = driven.window.focusWidget();
        if (heightOf(now) < heightOf(part))
            press(Qt::Key_Tab);
        else
            press(Qt::Key_Backtab, Qt::ShiftModifier);
    }
    REQUIRE(driven.window.focusWidget() == part);
}

/// In the panel of links: only these names are to be ticked on that side.
void Reporter::choose(const char *listName, const QStringList &names)
{
    auto &list = *driven.find<QListWidget>(listName);
    QStringList missing = names;
    for (int row = 0; row < list.count(); ++row) {
        const QString name = list.item(row)->text();
        const QString meant = m_otherNames.contains(name) ? gold->partnerCalled(name) : name;
        const bool isWanted = missing.contains(meant);
        missing.removeAll(meant);
        if ((list.item(row)->checkState() == Qt::Checked) == isWanted)
            continue;
        tabTo(&list);
        for (int i = 0; i < 20 && list.currentRow() != row; ++i)
            press(list.currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
        press(Qt::Key_Space);
    }
    for (const QString &name : missing) {
        tabTo(driven.find<QLineEdit>((QByteArray(listName) + "AddLine").constData()));
        typeName(listName == QByteArray("linkPartners") ? SubjectKind::Partner : SubjectKind::Permission, name);
    }
}

/// The panel of links is open; links.
void Reporter::fillInLink(const QStringList &partners, const QString &permission, Stance stance)
{
    const auto &panel = *driven.find<ui::findings::LinkPanel>("linkPanel");
    REQUIRE(panel.isVisible());
    choose("linkPartners", partners);
    choose("linkPermissions", {permission});
    if (stance != Stance::Supports) {
        for (int i = 0; i < 20 && qobject_cast<QLineEdit *>(driven.window.focusWidget()); ++i)
            press(Qt::Key_Tab);
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(stance)));
    }
    const int before = decisions();
    press(Qt::Key_Return);
    REQUIRE(inTime([&] {
        const auto now = matrix();
        return decisions() > before && std::all_of(partners.begin(), partners.end(), [&](const QString &partner) {
                   return now.contains({partner, permission});
               });
    }));
}

/// What nothing was suggested for: found by its words, selected to the end of the line and linked.
void Reporter::link(const SampleGold::Link &wanted)
{
    const auto now = matrix();
    QStringList partners; // those of the same sentence go in one step
    for (const SampleGold::Link &link : gold->links()) {
        if (link.file == wanted.file && link.quote == wanted.quote && link.permission == wanted.permission &&
            link.stance == wanted.stance && !now.contains({link.partner, link.permission}))
            partners += link.partner;
    }
    INFO(wanted.partner.toStdString() << " x " << wanted.permission.toStdString());
    const QString phrase = searchFor(wanted);
    press(Qt::Key_K, Qt::ControlModifier);
    type(phrase.contains(u' ') ? u'"' + phrase + u'"' : phrase);
    press(Qt::Key_Return);
    auto &hits = driven.list("hitList");
    REQUIRE(inTime([&] { return hits.model()->rowCount() == 1 && driven.window.focusWidget() == &hits; }));
    press(Qt::Key_Return);
    REQUIRE(inTime([&] {
        return driven.find<ui::page::DocumentPane>("documentPane")->document() &&
               driven.find<ui::page::DocumentPane>("documentPane")->document()->document.file == wanted.file &&
               driven.pages().source() && driven.pages().source()->layout(wanted.pageIndex);
    }));
    // To the page; there the caret stays where it has been taken once.
    press(m_hasCaret ? Qt::Key_F6 : Qt::Key_F7);
    m_hasCaret = true;
    press(Qt::Key_End, Qt::ShiftModifier);
    // The hit may stand at the end of its line.
    if (!driven.pages().hasSelection() || !driven.pages().selectedPassage())
        press(Qt::Key_Home, Qt::ShiftModifier);
    INFO("selected: " << driven.pages().hasSelection() << ", page " << driven.pages().currentPage() << " of "
                      << wanted.pageIndex << ", " << phrase.toStdString());
    press(Qt::Key_L);
    fillInLink(partners, wanted.permission, wanted.stance);
}

void Reporter::linkWhatIsMissing()
{
    for (const SampleGold::Link &link : gold->links()) {
        const auto now = matrix();
        if (!now.contains({link.partner, link.permission}))
            this->link(link);
    }
    report("links by hand");
}
