// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "model/session/timeline.h"
#include "ui/common/picture_export.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {
class Prompts;
}

namespace ui::timeline {

class TimelinePanel;
class TimelineView;

/// The place that answers: when did which partner have which permission, and which words say so.
class TimelinePlace final : public QWidget {
    Q_OBJECT
public:
    /// `prompts` must outlive the place.
    TimelinePlace(model::session::CaseSession &session, Prompts &prompts, QWidget *parent = nullptr);

    void takeFocus(); ///< by the timeline, as soon as there is one
    QString filterText() const;
    void setFilterText(const QString &text);
    bool wantsSuggested() const; ///< what is suggested beside what is decided
    void setWantsSuggested(bool wants);
    QList<QAction *> actions() const { return m_actions; }

Q_SIGNALS:
    void passageChosen(const model::Passage &passage);
    void findingChosen(const model::FindingKey &finding); ///< to be seen in the matrix
    void problem(const QString &sentence);
    void news(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void makeActions();
    void connectParts();
    void addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                   std::function<void()> act);
    void reload();
    void applyFilter();
    void tellWhatIsShown();
    void showChosen();
    void showInMatrix();
    void savePicture();

    model::session::CaseSession &m_session;
    Prompts &m_prompts;
    model::session::Inquiry m_inquiry;
    PictureExport m_picture;
    QTimer m_reloadSoon; ///< gathers the many suggestions of an import
    bool m_stale = true; ///< the case changed while the timeline was not in view
    bool m_loaded = false;
    bool m_wantsFocus = false; ///< once there is something to choose
    model::session::Timeline m_all;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_suggested = nullptr;
    QPushButton *m_undated = nullptr;
    QLabel *m_hint = nullptr;
    TimelineView *m_view = nullptr;
    TimelinePanel *m_panel = nullptr;
    QWidget *m_body = nullptr; ///< hidden while there is nothing to show
    QList<QAction *> m_actions;
};

} // namespace ui::timeline
