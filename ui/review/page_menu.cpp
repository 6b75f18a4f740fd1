// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/page_menu.h"

#include "ui/review/suggestion_review.h"
#include "ui/review/tagging.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace ui::review {
namespace {

using model::TagKind;
using page::PageView;

QString tr(const char *text)
{
    return QCoreApplication::translate("PageMenu", text);
}

/// In the words that fit the menu; the key stands beside it as in every menu.
void add(QMenu &menu, const QList<QAction *> &actions, const char *name, const QString &text)
{
    for (QAction *action : actions) {
        if (action->objectName() != QLatin1String(name))
            continue;
        QAction *entry = menu.addAction(action->icon(), text + QLatin1Char('\t') +
                                                            action->shortcut().toString(QKeySequence::NativeText));
        entry->setObjectName(QLatin1String("menu:") + action->objectName());
        QObject::connect(entry, &QAction::triggered, action, &QAction::trigger);
    }
}

void addCopy(QMenu &menu, const QString &words)
{
    QAction *copy = menu.addAction(tr("&Copy the words"));
    copy->setObjectName(QStringLiteral("menu:copyWords"));
    QObject::connect(copy, &QAction::triggered, &menu, [words] { QApplication::clipboard()->setText(words); });
}

} // namespace

QMenu *makePageMenu(PageView &view, PageView::MenuOn on, const Tagging &tagging, const SuggestionReview &suggestions)
{
    auto *menu = new QMenu(&view);
    menu->setObjectName(QStringLiteral("pageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QAction *> tags = tagging.actions();
    const model::Tag *tag = tagging.selected();
    if (on == PageView::MenuOn::Words) {
        add(*menu, tags, "tagPartner", tr("Tag as &partner"));
        add(*menu, tags, "tagPermission", tr("Tag as per&mission"));
        add(*menu, tags, "tagEvidence", tr("Tag as &evidence"));
        add(*menu, tags, "linkEvidence", tr("Tag as evidence and &link it"));
        if (tag)
            add(*menu, tags, "moveTag", tr("Give the chosen tag the &selected words"));
        menu->addSeparator();
        addCopy(*menu, view.selectedText());
    } else if (on == PageView::MenuOn::Tag && tag) {
        if (tag->kind == TagKind::Evidence)
            add(*menu, tags, "linkEvidence", tr("&Link it to a finding"));
        else
            add(*menu, tags, "renameTag", tr("Change what it &names"));
        if (tag->kind != TagKind::Partner)
            add(*menu, tags, "tagPartner", tr("Make it a &partner"));
        if (tag->kind != TagKind::Permission)
            add(*menu, tags, "tagPermission", tr("Make it a per&mission"));
        if (tag->kind != TagKind::Evidence)
            add(*menu, tags, "tagEvidence", tr("Make it &evidence"));
        add(*menu, tags, "removeTag", tr("&Remove the tag"));
        menu->addSeparator();
        addCopy(*menu, tag->passage.quote);
    } else if (on == PageView::MenuOn::Suggestion) {
        add(*menu, suggestions.actions(), "acceptSuggestion", tr("&Accept the suggestion"));
        add(*menu, suggestions.actions(), "rejectSuggestion", tr("Re&ject the suggestion"));
    } else {
        add(*menu, tags, "nextTag", tr("Ne&xt tag"));
        add(*menu, tags, "previousTag", tr("Pre&vious tag"));
        add(*menu, suggestions.actions(), "goToSuggestions", tr("Go to the &suggestions"));
    }
    return menu;
}

} // namespace ui::review
